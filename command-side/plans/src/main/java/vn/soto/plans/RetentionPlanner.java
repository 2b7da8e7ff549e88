package vn.soto.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.LedgerReader;
import vn.soto.plans.PlanService.Submitted;

/**
 * Plans the erasure of personal data whose period of keeping is over. Whether it is, each erasure decides for itself: here in a
 * dry run, and again when its step is carried out. Blocking; the first call reads the headers of the whole ledger.
 */
public final class RetentionPlanner {

    /** Erasures of one plan; those beyond it are for the next. */
    static final int MOST = 2_000;

    private static final int PAGE = 2_000;
    private static final String REASON = new StatedReason.Coded(ReasonCode.RETENTION_ENDED, null).header();

    private final PlanService plans;
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Function<String, DryRun> dryRuns;
    private final int most;
    private final Set<Subject> candidates = new TreeSet<>();
    private long commit;

    /** @param dryRuns starts a dry run in the name of an account */
    public RetentionPlanner(
            PlanService plans, LedgerReader ledger, EventCodec codec, Function<String, DryRun> dryRuns) {
        this(plans, ledger, codec, dryRuns, MOST);
    }

    RetentionPlanner(
            PlanService plans, LedgerReader ledger, EventCodec codec, Function<String, DryRun> dryRuns, int most) {
        this.plans = plans;
        this.ledger = ledger;
        this.codec = codec;
        this.dryRuns = dryRuns;
        this.most = most;
    }

    /** @param keptUntil last day of the period of keeping */
    public record Ended(Subject subject, LocalDate keptUntil) {}

    /** @param more whether there are others, for a later plan */
    public record Preview(List<Ended> ended, boolean more) {}

    /** The subjects whose data would be erased now. Records nothing. */
    public Preview preview(String actor) {
        List<Ended> ended = new ArrayList<>();
        try (DryRun dryRun = dryRuns.apply(actor)) {
            for (Subject subject : known()) {
                Optional<Ended> found = tried(dryRun, subject);
                if (found.isPresent() && ended.size() == most) {
                    return new Preview(List.copyOf(ended), true);
                }
                found.ifPresent(ended::add);
            }
        }
        return new Preview(List.copyOf(ended), false);
    }

    /**
     * Returns when the plan is durable. The same request sent again returns the same plan.
     *
     * @throws RuntimeException as {@link PlanService#submit}; also if nobody's period of keeping is over
     */
    public Submitted submit(UUID request, String actor) {
        return plans.submitOnce(
                PlanKind.RETENTION,
                String.join("\n", request.toString(), actor),
                () -> {
                    List<Ended> ended = preview(actor).ended();
                    PlanRule.SOMEBODYS_PERIOD_OF_KEEPING_IS_OVER.require(!ended.isEmpty());
                    return ended.stream()
                            .<Step>map(each -> new Step.Ready(0, erasure(each.subject())))
                            .iterator();
                },
                actor);
    }

    private static Optional<Ended> tried(DryRun dryRun, Subject subject) {
        try {
            return dryRun.send(erasure(subject), true).stream()
                    .filter(PersonalDataErased.class::isInstance)
                    .map(PersonalDataErased.class::cast)
                    .flatMap(erased -> Optional.ofNullable(erased.keptUntil()).stream())
                    .map(until -> new Ended(subject, until))
                    .findFirst();
        } catch (RuleViolatedException | NotFoundException kept) {
            return Optional.empty();
        }
    }

    private static Command erasure(Subject subject) {
        ErasureBasis basis = ErasureBasis.RETENTION_OVER;
        return switch (subject.kind()) {
            case MEMBER -> new EraseMemberData(new MemberId(subject.id()), basis, REASON);
            case HOUSEHOLD -> new EraseHouseholdData(new HouseholdId(subject.id()), basis, REASON);
            case BUSINESS -> new EraseBusinessData(new BusinessId(subject.id()), basis, REASON);
            case REQUEST -> new EraseRequestData(new SupportRequestId(subject.id()), basis, REASON);
        };
    }

    /** The subjects that an event named after which a period of keeping may have begun. */
    private synchronized List<Subject> known() {
        List<EventHeader> page = ledger.headers(commit + 1, PAGE);
        while (!page.isEmpty()) {
            ledger.eventsAt(page.stream()
                            .filter(header -> kind(header.type().name()).isPresent())
                            .map(EventHeader::position)
                            .toList())
                    .forEach(stored -> NamedSubjects.of(codec.decode(stored)).stream()
                            .filter(subject -> kind(stored.event().type().name())
                                    .filter(subject.kind()::equals)
                                    .isPresent())
                            .forEach(candidates::add));
            commit = page.getLast().commit();
            page = ledger.headers(commit + 1, PAGE);
        }
        return List.copyOf(candidates);
    }

    private static Optional<SubjectKind> kind(String event) {
        return switch (event) {
            case "household.left", "household.merged" -> Optional.of(SubjectKind.HOUSEHOLD);
            case "business.closed" -> Optional.of(SubjectKind.BUSINESS);
            case "support-request.resolved", "support-request.declined" -> Optional.of(SubjectKind.REQUEST);
            case "team.formed", "team.member-enrolled" -> Optional.of(SubjectKind.MEMBER);
            default -> Optional.empty();
        };
    }
}
