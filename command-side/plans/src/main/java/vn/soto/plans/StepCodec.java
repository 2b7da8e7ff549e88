package vn.soto.plans;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandReader;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.StepReader;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;

/** Encodes and decodes stored steps: a command's name and its content as JSON text. Thread-safe. */
public final class StepCodec {

    /** A part of {@value PlanService#STEPS_PER_PART} steps of this length fits into a commit. */
    static final int LONGEST_CONTENT = 16_000;

    private static final JsonMapper JSON = StepReader.JSON;

    private final JsonMapper open =
            JSON.rebuild().addMixIn(Sealed.class, LeftOut.class).build();

    private final PersonalDataSealer sealer;

    @JsonIgnoreType
    private interface LeftOut {}

    /** Whether the content of a step with this command is short enough to be stored. */
    public static boolean fits(Command command) {
        return JSON.writeValueAsString(command).length() <= LONGEST_CONTENT;
    }

    /** A codec with a {@link RejectingSealer}. */
    public StepCodec() {
        this(new RejectingSealer());
    }

    public StepCodec(PersonalDataSealer sealer) {
        this.sealer = sealer;
    }

    /** Steps as they are stored; new keys of what is sealed in them are held until this is closed. */
    record StoredPart(List<PlanStep> steps, List<Runnable> releases) implements AutoCloseable {

        @Override
        public void close() {
            releases.forEach(Runnable::run);
        }
    }

    /**
     * @param ids                       ids of the steps' commands by index
     * @param recording                 id of the command that records the steps
     * @throws IllegalArgumentException if the content of a step is too long
     */
    StoredPart stored(List<Step> steps, IntFunction<UUID> ids, UUID recording) {
        StoredPart part = new StoredPart(new ArrayList<>(steps.size()), new ArrayList<>());
        try {
            for (int i = 0; i < steps.size(); i++) {
                part.steps.add(stored(steps.get(i), ids.apply(i), recording, part.releases));
            }
            return part;
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
    }

    private PlanStep stored(Step step, UUID id, UUID recording, List<Runnable> releases) {
        PlanStep stored = switch (step) {
            case Step.Ready ready -> stored(ready.row(), ready.command());
            case Step.Requested requested -> sealed(requested, recording, releases);
            case Step.InTheClear clear -> sealed(clear, id, recording, releases);
            case Step.Undoable undoable -> undoable(undoable.row(), undoable.rule(), undoable.argument());
        };
        if (stored.content().length() > LONGEST_CONTENT) {
            throw new IllegalArgumentException("the content of a step is at most " + LONGEST_CONTENT + " characters");
        }
        return stored;
    }

    private PlanStep stored(int row, Command command) {
        return new PlanStep(row, Command.nameOf(command.getClass()), JSON.writeValueAsString(command));
    }

    private PlanStep sealed(Step.Requested requested, UUID recording, List<Runnable> releases) {
        CommandReader.Held held = requested.sealing().apply(recording);
        releases.add(held.release());
        return stored(requested.row(), held.command());
    }

    /** A step about an erased subject becomes undoable. */
    private PlanStep sealed(Step.InTheClear clear, UUID id, UUID recording, List<Runnable> releases) {
        try {
            PersonalDataSealer.Held held = sealer.sealHeld(clear.type(), clear.payload(), id, recording);
            releases.add(held.release());
            return stored(clear.row(), command(clear, held.payload()));
        } catch (RuleViolatedException e) {
            return undoable(clear.row(), e.rule(), "");
        }
    }

    private static PlanStep undoable(int row, Rule rule, String argument) {
        return new PlanStep(row, null, (rule.name() + " " + argument).strip());
    }

    private Command command(Step.InTheClear clear, ObjectNode sealed) {
        return JSON.treeToValue(sealed, clear.type());
    }

    /**
     * The step's command for a dry run only: its sealed data must not be recorded. Empty for a step without a command.
     */
    public Optional<Command> forDryRun(Step step) {
        return switch (step) {
            case Step.Ready ready -> Optional.of(ready.command());
            case Step.Requested requested -> Optional.of(requested.trial());
            case Step.InTheClear clear ->
                Optional.of(command(clear, sealer.sealForDryRun(clear.type(), clear.payload())));
            case Step.Undoable undoable -> Optional.empty();
        };
    }

    /** Whether two sealed texts about one subject have the same plain text. */
    boolean sameContent(Subject subject, String field, @Nullable Sealed one, @Nullable Sealed other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return sealer.sameText(subject, field, one, other);
    }

    /** @throws IllegalArgumentException see {@link StepReader#command} */
    Command command(PlanStep step) {
        return StepReader.command(step);
    }

    /** Whether a stored step equals this one apart from sealed data, whose ciphertext differs at each sealing. */
    boolean isStored(Step step, PlanStep stored) {
        return switch (step) {
            case Step.Ready ready -> isStored(ready.row(), ready.command().getClass(), open(ready.command()), stored);
            case Step.Requested requested ->
                isStored(requested.row(), requested.trial().getClass(), open(requested.trial()), stored);
            case Step.InTheClear clear ->
                stored.command() == null
                        ? stored.row() == clear.row()
                        : isStored(clear.row(), clear.type(), open(clear), stored);
            case Step.Undoable undoable ->
                stored.equals(undoable(undoable.row(), undoable.rule(), undoable.argument()));
        };
    }

    private boolean isStored(int row, Class<? extends Command> type, JsonNode open, PlanStep stored) {
        return stored.row() == row
                && Command.nameOf(type).equals(stored.command())
                && open.equals(open(command(stored)));
    }

    /** Name and content of a step: equal for equal steps. Personal data enters as a fingerprint only. */
    public String openContent(Step step) {
        return switch (step) {
            case Step.Ready ready -> Command.nameOf(ready.command().getClass()) + open(ready.command());
            case Step.Requested requested -> Command.nameOf(requested.trial().getClass()) + open(requested.trial());
            case Step.InTheClear clear ->
                Command.nameOf(clear.type())
                        + sealer.fingerprint(clear.payload().toString());
            case Step.Undoable undoable -> undoable.rule().name() + " " + undoable.argument();
        };
    }

    private JsonNode open(Step.InTheClear clear) {
        ObjectNode open = clear.payload().deepCopy();
        for (RecordComponent component : clear.type().getRecordComponents()) {
            if (component.getType() == Sealed.class) {
                open.remove(component.getName());
            }
        }
        return open;
    }

    private JsonNode open(Command command) {
        return open.valueToTree(command);
    }
}
