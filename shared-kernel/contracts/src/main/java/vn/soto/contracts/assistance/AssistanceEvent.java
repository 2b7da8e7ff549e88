package vn.soto.contracts.assistance;

import static vn.soto.contracts.shared.Flag.Code.ASSISTANCE_IS_DENIED;
import static vn.soto.contracts.shared.Flag.Code.ASSISTANCE_IS_RECORDED_LATE;
import static vn.soto.contracts.shared.Flag.Code.ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Events of a record of help. Each event repeats team and beneficiary, which never change. */
public sealed interface AssistanceEvent extends ProductEvent {

    AssistanceId assistance();

    TeamId team();

    Beneficiary beneficiary();

    @Override
    default Set<String> tags() {
        return tags(this, List.of());
    }

    /** An event that states the content of a record: the first statement or a correction of it. */
    sealed interface AssistanceStated extends AssistanceEvent, Dated {

        AssistanceContent content();

        @Override
        default Instant happenedOn() {
            return content().occurredAt();
        }

        /**
         * Categories of the content's services, by the catalogue of that day, in the order of {@link ServiceCategory}.
         */
        List<ServiceCategory> categories();
    }

    /**
     * @param helpers     members of the team on that day with their shares of the credit, the first helper first
     * @param responsible member responsible for the household at the time of recording; absent if there is none or the
     *     beneficiary is no household
     * @param note        personal data of the household or business
     */
    @StoredAs("assistance.recorded.v2")
    record AssistanceRecorded(
            AssistanceId assistance,
            TeamId team,
            Beneficiary beneficiary,
            List<CreditShare> helpers,
            AssistanceContent content,
            List<ServiceCategory> categories,
            @Nullable Responsible responsible,
            @Nullable Sealed note)
            implements AssistanceStated {

        public AssistanceRecorded {
            helpers = List.copyOf(helpers);
            categories = Ascending.of(categories);
        }

        @Override
        public Set<String> tags() {
            return AssistanceEvent.tags(this, members(helpers));
        }
    }

    /**
     * Replaces the content of the record; the reason and the event corrected are in the commit.
     *
     * @param helpers new helpers; absent if they stay
     * @param note    new note; absent if the note stays
     */
    @StoredAs("assistance.corrected.v2")
    record AssistanceCorrected(
            AssistanceId assistance,
            TeamId team,
            Beneficiary beneficiary,
            @Nullable List<CreditShare> helpers,
            AssistanceContent content,
            List<ServiceCategory> categories,
            @Nullable Sealed note)
            implements AssistanceStated {

        public AssistanceCorrected {
            helpers = helpers == null ? null : List.copyOf(helpers);
            categories = Ascending.of(categories);
        }

        @Override
        public Set<String> tags() {
            return AssistanceEvent.tags(this, helpers == null ? List.of() : members(helpers));
        }
    }

    /** The record no longer counts; it is never deleted. */
    @StoredAs("assistance.voided.v2")
    record AssistanceVoided(AssistanceId assistance, TeamId team, Beneficiary beneficiary) implements AssistanceEvent {}

    /**
     * The help was recorded later than the policy of its day allows without a reason.
     *
     * @param allowed days after the help until which no reason is needed
     */
    @StoredAs("assistance.flagged-late.v1")
    record AssistanceFlaggedLate(
            AssistanceId assistance, TeamId team, Beneficiary beneficiary, LocalDate day, int allowed)
            implements AssistanceEvent, Flagging {

        @Override
        public Optional<Flag> flag() {
            return ASSISTANCE_IS_RECORDED_LATE.with(day, allowed);
        }
    }

    /**
     * After the help and before its recording, the household was passed on to a member who is none of the helpers: the
     * record is routed to that member for follow-up.
     *
     * @param since first day of that member's responsibility
     */
    @StoredAs("assistance.routed.v1")
    record AssistanceRouted(
            AssistanceId assistance, TeamId team, Beneficiary beneficiary, Responsible to, LocalDate since)
            implements AssistanceEvent, Flagging {

        @Override
        public Set<String> tags() {
            return AssistanceEvent.tags(this, List.of(to.member()), to.team());
        }

        @Override
        public Optional<Flag> flag() {
            return ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER.with(to.member().value(), since);
        }
    }

    /**
     * A follow-up took place.
     *
     * @param by   member who followed up, of that team on that day
     * @param next planned day of the next follow-up; absent if none is planned
     */
    @StoredAs("assistance.followed-up.v1")
    record AssistanceFollowedUp(
            AssistanceId assistance,
            TeamId team,
            Beneficiary beneficiary,
            Responsible by,
            AssistanceOutcome outcome,
            Instant occurredAt,
            @Nullable LocalDate next)
            implements AssistanceEvent, Dated {

        @Override
        public Set<String> tags() {
            return AssistanceEvent.tags(this, List.of(by.member()), by.team());
        }

        @Override
        public Instant happenedOn() {
            return occurredAt;
        }
    }

    /**
     * A call-back to the beneficiary. The last result counts; a denial flags the record and leaves its figures as they
     * are.
     *
     * @param by person who called; none of the helpers
     */
    @StoredAs("assistance.verified.v1")
    record AssistanceVerified(
            AssistanceId assistance,
            TeamId team,
            Beneficiary beneficiary,
            MemberId by,
            Verification result,
            Instant occurredAt)
            implements AssistanceEvent, Dated, Flagging {

        @Override
        public Instant happenedOn() {
            return occurredAt;
        }

        @Override
        public Optional<Flag> flag() {
            return result == Verification.DENIED ? ASSISTANCE_IS_DENIED.with() : Optional.empty();
        }
    }

    private static Set<String> tags(AssistanceEvent event, List<MemberId> members, TeamId... others) {
        Set<String> tags = new TreeSet<>(event.beneficiary().tags());
        tags.add("team:" + event.team());
        Stream.of(others).forEach(team -> tags.add("team:" + team));
        members.forEach(member -> tags.add("member:" + member));
        return Collections.unmodifiableSet(tags);
    }

    private static List<MemberId> members(List<CreditShare> helpers) {
        return helpers.stream().map(CreditShare::member).toList();
    }
}
