package vn.soto.domain.stipend;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_IS_RECORDED_ONCE;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_TO_CORRECT_IS_RECORDED;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISED_CAMPAIGN_RUNS_ON_THE_DAY;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISED_PERSON_CAN_ACT_FOR_THE_TEAM;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationCorrected;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationStated;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationWithdrawn;
import vn.soto.contracts.stipend.MobilisationsId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.goal.Campaign;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.stipend.MobilisationCommand.CorrectMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.RecordMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.WithdrawMobilisation;
import vn.soto.domain.team.Team;

/** The days on which the members of a team are mobilised. A member has one entry for a day, and one in the list of a campaign. */
@AggregateRoot(type = "mobilisations")
public final class Mobilisations {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private MobilisationsId id;

    private final Map<Entry, MobilisationStated> stated = new HashMap<>();

    private record Entry(
            MemberId member, LocalDate day, @Nullable CampaignId campaign) {

        static Entry of(MobilisationCommand command) {
            return new Entry(command.member(), command.day(), command.campaign());
        }
    }

    @SuppressWarnings("NullAway.Init")
    Mobilisations() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordMobilisation command, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate day = command.day();
        LocalDate today = VietnamTime.day(clock.instant());
        MOBILISATION_IS_NOT_IN_THE_FUTURE.require(!day.isAfter(today), today);
        MOBILISED_PERSON_CAN_ACT_FOR_THE_TEAM.require(
                consulted.ask(
                        Team.class,
                        command.team(),
                        team -> team.existedOn(day) && team.wasActive(command.member(), day)),
                day);
        MOBILISATION_IS_RECORDED_ONCE.require(!stated.containsKey(Entry.of(command)), day);
        CampaignId campaign = command.campaign();
        MOBILISED_CAMPAIGN_RUNS_ON_THE_DAY.require(
                campaign == null || consulted.ask(Campaign.class, campaign, of -> of.runsOn(day)), day);
        apply(new MobilisationRecorded(
                command.team(), command.member(), day, command.shift(), command.decision(), campaign));
    }

    @CommandHandler
    void decide(CorrectMobilisation command) {
        MobilisationStated before = recorded(command);
        MOBILISATION_CORRECTION_CHANGES_SOMETHING.require(
                command.shift() != before.shift() || !command.decision().equals(before.decision()));
        apply(new MobilisationCorrected(
                command.team(),
                command.member(),
                command.day(),
                command.shift(),
                command.decision(),
                command.campaign()));
    }

    @CommandHandler
    void decide(WithdrawMobilisation command) {
        recorded(command);
        apply(new MobilisationWithdrawn(command.team(), command.member(), command.day(), command.campaign()));
    }

    private MobilisationStated recorded(MobilisationCommand command) {
        MobilisationStated known = stated.get(Entry.of(command));
        if (known == null) {
            throw MOBILISATION_TO_CORRECT_IS_RECORDED.refused(command.day());
        }
        return known;
    }

    @EventHandler
    void evolve(MobilisationEvent event) {
        id = new MobilisationsId(event.team());
        Entry entry = new Entry(event.member(), event.day(), event.campaign());
        switch (event) {
            case MobilisationStated said -> stated.put(entry, said);
            case MobilisationWithdrawn _ -> stated.remove(entry);
        }
    }
}
