package vn.soto.contracts.assistance;

import static vn.soto.contracts.shared.Flag.Code.ASSISTANCE_AWAITS_CONFIRMATION;
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
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * Everything that can happen to a record of help. Each event repeats the team, which never changes, and the beneficiary,
 * which only a correction changes.
 */
public sealed interface AssistanceEvent extends ProductEvent {

    AssistanceId assistance();

    TeamId team();

    Beneficiary beneficiary();

    @Override
    default Set<String> tags() {
        return tags(this, List.of(), List.of());
    }

    /** An event after which a record may count differently; figures fold these and no others. */
    sealed interface AssistanceCounted extends AssistanceEvent {}

    /** An event after which a record gives credit, or gives none; no figure counts it differently. */
    sealed interface AssistanceCredited extends AssistanceEvent {}

    /** A statement of what help was given: the first, or what a correction put in its place. */
    sealed interface AssistanceStated extends AssistanceCounted, Dated {

        AssistanceContent content();

        @Override
        default Instant happenedOn() {
            return content().occurredAt();
        }

        /** Of the content's services, by the catalogue of that day; in the order of {@link ServiceCategory}. */
        List<ServiceCategory> categories();
    }

    /**
     * @param helpers     members of the team on that day, the first first, then those of other teams who helped along, with
     *     their parts in the credit
     * @param responsible for the household when this was recorded; absent if nobody was, or no household was helped
     * @param note        personal data of the household or business
     */
    @StoredAs("assistance.recorded.v3")
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
            return AssistanceEvent.tags(this, members(helpers), CreditShare.otherTeams(helpers));
        }
    }

    /**
     * From here on the record says this, and counts, also if it was voided before; the reason and the event corrected are in the commit.
     *
     * @param beneficiary the helped household, business or person, as now known
     * @param helpers     instead of those before; absent if they stay
     * @param note        instead of the one before; absent if that stays, or if the beneficiary changes
     * @param moved       from whom the record moves to the beneficiary; absent if the beneficiary stays
     * @param by          helper who corrected it, as the sender states; absent if an officer or leader did
     * @param joint       other teams whose members helped along by the record or by this correction of it, sorted
     */
    @CorrectsAny({AssistanceStated.class, AssistanceVoided.class})
    @StoredAs("assistance.corrected.v4")
    record AssistanceCorrected(
            AssistanceId assistance,
            TeamId team,
            Beneficiary beneficiary,
            @Nullable List<CreditShare> helpers,
            AssistanceContent content,
            List<ServiceCategory> categories,
            @Nullable Sealed note,
            @Nullable Moved moved,
            @Nullable MemberId by,
            List<TeamId> joint)
            implements AssistanceStated, Correcting {

        public AssistanceCorrected {
            helpers = helpers == null ? null : List.copyOf(helpers);
            categories = Ascending.of(categories);
            joint = Ascending.of(joint);
        }

        /** By an officer or leader, after which the beneficiary is the same; no other team has a part in the record. */
        public AssistanceCorrected(
                AssistanceId assistance,
                TeamId team,
                Beneficiary beneficiary,
                @Nullable List<CreditShare> helpers,
                AssistanceContent content,
                List<ServiceCategory> categories,
                @Nullable Sealed note) {
            this(assistance, team, beneficiary, helpers, content, categories, note, null, null, List.of());
        }

        /**
         * The other beneficiary, under whom the record stood by mistake. Its note and what calling back found there are
         * left behind.
         *
         * @param responsible for the household that was helped, when this was recorded; absent if nobody was
         */
        public record Moved(Beneficiary from, @Nullable Responsible responsible) {}

        @Override
        public Set<String> tags() {
            Set<String> tags = AssistanceEvent.tags(this, helpers == null ? List.of() : members(helpers), joint);
            if (moved == null) {
                return tags;
            }
            Set<String> both = new TreeSet<>(tags);
            both.addAll(moved.from().tags());
            return Collections.unmodifiableSet(both);
        }
    }

    /**
     * From here on the record counts for nothing; it is never deleted.
     *
     * @param by    helper who took it back, as the sender states; absent if an officer or leader did
     * @param joint other teams whose members helped along, sorted
     */
    @CorrectsAny(AssistanceStated.class)
    @StoredAs("assistance.voided.v4")
    record AssistanceVoided(
            AssistanceId assistance,
            TeamId team,
            Beneficiary beneficiary,
            @Nullable MemberId by,
            List<TeamId> joint) implements AssistanceCounted, Correcting {

        public AssistanceVoided {
            joint = Ascending.of(joint);
        }

        /** By an officer or leader, of a record in which no other team has a part. */
        public AssistanceVoided(AssistanceId assistance, TeamId team, Beneficiary beneficiary) {
            this(assistance, team, beneficiary, null, List.of());
        }

        @Override
        public Set<String> tags() {
            return AssistanceEvent.tags(this, List.of(), joint);
        }
    }

    /**
     * The day of the help was entered later than the policy of that day allows without a reason.
     *
     * @param allowed days after it
     */
    @StoredAs("assistance.flagged-late.v1")
    record AssistanceFlaggedLate(
            AssistanceId assistance, TeamId team, Beneficiary beneficiary, LocalDate day, int allowed)
            implements AssistanceCounted, Flagging {

        @Override
        public Optional<Flag> flag() {
            return ASSISTANCE_IS_RECORDED_LATE.with(day, allowed);
        }
    }

    /**
     * The household had passed to somebody who did not help, after the help and before it was recorded: the record is
     * theirs to look after.
     *
     * @param since first day of their responsibility
     */
    @StoredAs("assistance.routed.v1")
    record AssistanceRouted(
            AssistanceId assistance, TeamId team, Beneficiary beneficiary, Responsible to, LocalDate since)
            implements AssistanceEvent, Flagging {

        @Override
        public Set<String> tags() {
            return AssistanceEvent.tags(this, List.of(to.member()), List.of(to.team()));
        }

        @Override
        public Optional<Flag> flag() {
            return ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER.with(to.member().value(), since);
        }
    }

    /**
     * Somebody looked again; from here on its outcome is that of the record.
     *
     * @param by   a member of the team on that day
     * @param next day on which somebody will look once more; absent if nobody plans to
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
            implements AssistanceCounted, Dated {

        @Override
        public Set<String> tags() {
            return AssistanceEvent.tags(this, List.of(by.member()), List.of(by.team()));
        }

        @Override
        public Instant happenedOn() {
            return occurredAt;
        }
    }

    /**
     * Results of the help, in numbers. The last statement counts, as a whole, whatever is corrected of the record.
     *
     * @param results each kind once, in the order of {@link ResultKind}; empty if nothing is known (any more)
     */
    @StoredAs("assistance.results-stated.v1")
    record AssistanceResultsStated(
            AssistanceId assistance, TeamId team, Beneficiary beneficiary, List<AssistanceResult> results)
            implements AssistanceCounted, Correcting {

        public AssistanceResultsStated {
            results = Ascending.of(results);
        }

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof AssistanceResultsStated;
        }

        @Override
        public boolean mayBeFirst() {
            return true;
        }
    }

    /**
     * Those who were helped were called back. The last result counts; one that denies the help flags the record and
     * takes nothing away.
     *
     * @param by caller, none of the helpers
     */
    @StoredAs("assistance.verified.v1")
    record AssistanceVerified(
            AssistanceId assistance,
            TeamId team,
            Beneficiary beneficiary,
            MemberId by,
            Verification result,
            Instant occurredAt)
            implements AssistanceCounted, Dated, Flagging {

        @Override
        public Instant happenedOn() {
            return occurredAt;
        }

        @Override
        public Optional<Flag> flag() {
            return result == Verification.DENIED ? ASSISTANCE_IS_DENIED.with() : Optional.empty();
        }
    }

    /**
     * A person who had left the team entered it as a helper of its day; the leader or an officer confirms or voids it.
     *
     * @param by account that entered it
     */
    @StoredAs("assistance.flagged-unconfirmed.v1")
    record AssistanceFlaggedUnconfirmed(AssistanceId assistance, TeamId team, Beneficiary beneficiary, AccountId by)
            implements AssistanceCredited, Flagging {

        @Override
        public Optional<Flag> flag() {
            return ASSISTANCE_AWAITS_CONFIRMATION.with();
        }
    }

    /** Somebody else with the right of today stands by it: from here on it gives credit as any other. */
    @StoredAs("assistance.confirmed.v1")
    record AssistanceConfirmed(AssistanceId assistance, TeamId team, Beneficiary beneficiary)
            implements AssistanceCredited {}

    private static Set<String> tags(AssistanceEvent event, List<MemberId> members, List<TeamId> others) {
        Set<String> tags = new TreeSet<>(event.beneficiary().tags());
        tags.add("team:" + event.team());
        others.forEach(team -> tags.add("team:" + team));
        members.forEach(member -> tags.add("member:" + member));
        return Collections.unmodifiableSet(tags);
    }

    private static List<MemberId> members(List<CreditShare> helpers) {
        return helpers.stream().map(CreditShare::member).toList();
    }
}
