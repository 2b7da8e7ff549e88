package vn.soto.plans;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.PlanRights;
import vn.soto.command.dispatch.ProductIds;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.plan.OpenPlans;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.plans.imports.lookup.ContentId;

/**
 * Submits plans: writes their steps part by part, then the submission. Submitting the same plan again is safe, also
 * after an interruption; parts already written are kept. Holds one part in memory. Blocking.
 */
public final class PlanService {

    private static final Logger LOG = LoggerFactory.getLogger(PlanService.class);
    static final int STEPS_PER_PART = 200;
    private static final int SALT_BYTES = 16;

    private final CommandGateway gateway;
    private final PlanReader reader;
    private final StepCodec steps;
    private final Supplier<UUID> ids;
    private final RandomGenerator random;
    private final int mostWaiting;
    private final PlanRights rights;

    /**
     * @param ids         ids of the commands that record plans
     * @param random      source of the salts; nobody can guess it
     * @param mostWaiting see {@link vn.soto.domain.shared.DefaultPolicy#waitingPlans}
     */
    PlanService(
            CommandGateway gateway,
            PlanReader reader,
            StepCodec steps,
            Supplier<UUID> ids,
            RandomGenerator random,
            int mostWaiting,
            PlanRights rights) {
        this.rights = rights;
        this.mostWaiting = mostWaiting;
        this.gateway = gateway;
        this.reader = reader;
        this.steps = steps;
        this.ids = ids;
        this.random = random;
    }

    public static PlanService over(CommandSide side, StepCodec steps) {
        PlanReader reader = new PlanReader(side.ledger(), side.codec());
        return new PlanService(
                side.gateway(),
                reader,
                steps,
                UuidV7.system(),
                new SecureRandom(),
                side.policy().waitingPlans(),
                side.planRights());
    }

    /**
     * A plan that is in the ledger.
     *
     * @param commit number of the commit that submitted it
     * @param repeat whether an earlier call submitted it
     * @param awaits persons who may approve it; absent if it does not wait for an approval
     */
    public record Submitted(
            PlanId plan,
            long commit,
            int steps,
            boolean repeat,
            @Nullable SecondPerson awaits) {}

    /** The id of what a step creates if its command names none; {@code step} counts from 0. */
    public static UUID createdBy(PlanId plan, int step) {
        return StepIds.unsalted(plan, step);
    }

    boolean isSubmitted(PlanId plan) {
        return reader.ledger().head(PlanEvent.idOf(plan)).isPresent();
    }

    /** As {@link #submit(PlanId, PlanKind, Iterator, String)}, for commands that come from no file. */
    public Submitted submitCommands(PlanId plan, PlanKind kind, Iterator<? extends Command> commands, String actor) {
        return submit(
                plan,
                kind,
                new Iterator<Step>() {
                    @Override
                    public boolean hasNext() {
                        return commands.hasNext();
                    }

                    @Override
                    public Step next() {
                        return new Step.Ready(0, commands.next());
                    }
                },
                actor);
    }

    /**
     * Returns when the plan is durable; it runs afterwards, once approved if its kind needs approval.
     *
     * @param plan                      given by the client, or derived from the content of the plan
     * @param actor                     accountable for every step
     * @throws PlanIdReusedException    if the id belongs to a different plan, or to the same plan of another actor
     * @throws IllegalArgumentException if a step is no command or too large; no step will run
     * @throws RuntimeException         any exception of {@link CommandGateway#submit}; no step will run
     */
    public Submitted submit(PlanId plan, PlanKind kind, Iterator<? extends Step> planned, String actor) {
        return submit(plan, kind, planned, actor, null);
    }

    /**
     * Checks the right to a plan that would have no step, before anything is told about the place.
     *
     * @param command one of the kind that the steps would have
     * @throws RuntimeException the account may not issue such a command at that place
     */
    void requireRight(String actor, Command command, CommandPlace place) {
        rights.require(actor, command, place);
    }

    /**
     * Submits a plan identified by its content. A plan with the same content is a repeat, whatever the ledger has
     * recorded since. After it was abandoned or reversed, the content is submitted as a new plan.
     *
     * @param content           identifies the intent and its actor; the same each time
     * @param planned           steps derived from the present ledger
     * @throws RuntimeException as {@link #submit(PlanId, PlanKind, Iterator, String)}
     */
    public Submitted submitOnce(
            PlanKind kind, String content, Supplier<Iterator<? extends Step>> planned, String actor) {
        for (int again = 0; ; again++) {
            PlanId plan = new PlanId(ContentId.of(kind.name(), content, String.valueOf(again)));
            Optional<PlanState> state = reader.state(plan);
            if (state.isEmpty()) {
                try {
                    return submit(plan, kind, planned.get(), actor);
                } catch (PlanIdReusedException e) {
                    LOG.debug("plan {} broke off before it was submitted, and would be another now", plan, e);
                }
            } else if (!state.get().abandoned && state.get().reversedBy == null) {
                return submitted(state.get(), true);
            }
        }
    }

    private static Submitted submitted(PlanState state, boolean repeat) {
        boolean waits = state.submitted.needsApproval() && !state.approved && !state.abandoned;
        return new Submitted(
                state.submitted.plan(),
                state.submittedIn,
                state.submitted.steps(),
                repeat,
                waits ? state.submitted.secondPerson() : null);
    }

    Submitted submit(
            PlanId plan, PlanKind kind, Iterator<? extends Step> planned, String actor, @Nullable PlanId undoes) {
        Writing writing = new Writing(plan, kind, actor, undoes);
        planned.forEachRemaining(writing::add);
        return writing.submit();
    }

    /** The submission of one plan. */
    private final class Writing {

        private final PlanId plan;
        private final PlanKind kind;
        private final String actor;
        private final @Nullable PlanId undoes;
        private final List<Step> batch = new ArrayList<>(STEPS_PER_PART);
        private final SortedSet<String> commands = new TreeSet<>();
        private String digest = PlanDigest.NONE;
        private int parts;
        private int written;

        Writing(PlanId plan, PlanKind kind, String actor, @Nullable PlanId undoes) {
            this.plan = plan;
            this.kind = kind;
            this.actor = actor;
            this.undoes = undoes;
        }

        void add(Step step) {
            PlanRule.PROPOSAL_HAS_ONE_STEP.require(kind != PlanKind.PROPOSAL || batch.isEmpty());
            checkRight(step);
            batch.add(step);
            if (batch.size() == STEPS_PER_PART) {
                flush();
            }
        }

        /**
         * The rows of a file were tried in the proposer's name before, and a reversal takes back as much as it can.
         * Such steps are checked when they are carried out.
         */
        private void checkRight(Step step) {
            boolean tried = kind == PlanKind.IMPORT || kind == PlanKind.UNDO;
            if (!tried) {
                steps.forDryRun(step).ifPresent(command -> rights.require(actor, command, kind == PlanKind.PROPOSAL));
            }
        }

        Submitted submit() {
            if (!batch.isEmpty()) {
                flush();
            }
            PlanRule.PLAN_HAS_STEPS.require(written > 0);
            return reader.state(plan).map(this::repeated).orElseGet(this::submitted);
        }

        private Submitted submitted() {
            try {
                return submitted(submissionId());
            } catch (CommandIdReusedException e) {
                // A concurrent caller submitted it first, or the id was used for a command.
                return reader.state(plan).map(this::repeated).orElseGet(() -> submitted(ids.get()));
            }
        }

        private Submitted submitted(UUID command) {
            try {
                CommandOutcome outcome = gateway.submit(
                        new CommandRequest(command, actor, plan.correlation()),
                        new SubmitPlan(plan, kind, written, parts, digest, List.copyOf(commands), undoes));
                return PlanService.submitted(reader.state(plan).orElseThrow(), outcome.repeat());
            } catch (AlreadyExistsException e) {
                return reader.state(plan).map(this::repeated).orElseThrow(() -> e);
            }
        }

        /** A plan with an id of the client's choice also uses that id up for commands. */
        private UUID submissionId() {
            try {
                UUID id = UUID.fromString(plan.value());
                return ProductIds.isReserved(id) ? ids.get() : id;
            } catch (IllegalArgumentException e) {
                return ids.get();
            }
        }

        private Submitted repeated(PlanState state) {
            PlanSubmitted earlier = state.submitted;
            if (earlier.kind() != kind
                    || !earlier.digest().equals(digest)
                    || !earlier.proposer().equals(actor)
                    || !Objects.equals(earlier.undoes(), undoes)) {
                throw new PlanIdReusedException(plan);
            }
            return PlanService.submitted(state, true);
        }

        private void flush() {
            Optional<PlanPartRecorded> earlier = reader.part(plan, parts);
            if (earlier.isEmpty() && parts == 0) {
                requireRoom();
            }
            List<PlanStep> part = earlier.map(this::adopted).orElseGet(this::recorded);
            part.stream().map(PlanStep::command).forEach(command -> {
                if (command != null) {
                    commands.add(command);
                }
            });
            digest = PlanDigest.of(digest, part);
            parts++;
            written += part.size();
            batch.clear();
        }

        /**
         * A plan for which there is no room is refused before anything of it is recorded; the plan itself decides in the
         * end. Of the plans that wait, only proposals are known before their commands are read to the last.
         */
        private void requireRoom() {
            if (kind == PlanKind.PROPOSAL) {
                PlanRule.ONLY_SO_MANY_PLANS_WAIT.require(reader.waiting(actor).size() < mostWaiting, mostWaiting);
            } else if (undoes == null) {
                OpenPlans.requireRoom(reader.open().size());
            }
        }

        /** Keys of persons whom the ledger does not know yet are stored if the part is accepted, and right before it. */
        private List<PlanStep> recorded() {
            String salt = salt();
            UUID recording = ids.get();
            try (StepCodec.StoredPart part =
                    steps.stored(batch, index -> StepIds.step(plan, salt, written + index), recording)) {
                RecordPlanPart command = new RecordPlanPart(plan, parts, written, digest, part.steps(), salt);
                gateway.submit(new CommandRequest(recording, actor, plan.correlation()), command);
                return command.steps();
            } catch (AlreadyExistsException e) {
                // A concurrent caller submitted it first.
                return reader.part(plan, parts).map(this::adopted).orElseThrow(() -> e);
            }
        }

        private String salt() {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return HexFormat.of().formatHex(salt);
        }

        private List<PlanStep> adopted(PlanPartRecorded part) {
            Optional<String> author = reader.author(PlanPart.idOf(plan, part.part()));
            boolean same = author.filter(actor::equals).isPresent()
                    && part.previous().equals(digest)
                    && part.steps().size() == batch.size();
            for (int i = 0; same && i < batch.size(); i++) {
                same = steps.isStored(batch.get(i), part.steps().get(i));
            }
            if (!same) {
                throw new PlanIdReusedException(plan);
            }
            return part.steps();
        }
    }
}
