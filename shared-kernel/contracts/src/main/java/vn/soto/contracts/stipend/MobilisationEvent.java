package vn.soto.contracts.stipend;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Events of the days on which a team's members are mobilised. A member has one entry for a day, and one in the list of a campaign. */
public sealed interface MobilisationEvent extends ProductEvent, Dated {

    TeamId team();

    MemberId member();

    LocalDate day();

    /** The campaign in whose list the day is; absent for a mobilisation beside campaigns. */
    @Nullable
    CampaignId campaign();

    @Override
    default LocalDate happenedOn() {
        return day();
    }

    @Override
    default Set<String> tags() {
        return Set.of("team:" + team(), "member:" + member());
    }

    /** An event that states how the member is mobilised on the day; the last one counts. */
    sealed interface MobilisationStated extends MobilisationEvent {

        Shift shift();

        /** Document by which the member is mobilised. */
        Instrument decision();
    }

    @StoredAs("mobilisation.recorded.v2")
    record MobilisationRecorded(
            TeamId team,
            MemberId member,
            LocalDate day,
            Shift shift,
            Instrument decision,
            @Nullable CampaignId campaign)
            implements MobilisationStated {}

    @StoredAs("mobilisation.corrected.v2")
    record MobilisationCorrected(
            TeamId team,
            MemberId member,
            LocalDate day,
            Shift shift,
            Instrument decision,
            @Nullable CampaignId campaign)
            implements MobilisationStated, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return states(earlier, this);
        }
    }

    /** The member was not mobilised on that day; the reason is in the commit. */
    @StoredAs("mobilisation.withdrawn.v2")
    record MobilisationWithdrawn(
            TeamId team,
            MemberId member,
            LocalDate day,
            @Nullable CampaignId campaign) implements MobilisationEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return states(earlier, this);
        }
    }

    private static boolean states(DomainEvent earlier, MobilisationEvent later) {
        return earlier instanceof MobilisationStated stated
                && stated.member().equals(later.member())
                && stated.day().equals(later.day())
                && Objects.equals(stated.campaign(), later.campaign());
    }
}
