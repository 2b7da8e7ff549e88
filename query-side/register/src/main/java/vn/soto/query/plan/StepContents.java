package vn.soto.query.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.ShownPlan;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.query.person.CommitReasons;

/** Reads from the ledger what the steps of plans ask for, and the state that they would change. */
@Component
record StepContents(LedgerReader ledger, EventCodec codec, CommitReasons reasons) {

    /** Most events of an aggregate that are read for its state: those of the longest one people have. */
    private static final int MOST_EVENTS = 500;

    private static final JsonMapper JSON = new JsonMapper();

    /** The contents of a part's steps by index in the plan; empty if they cannot be read any more. */
    Map<Integer, StepContent> of(Plan plan, PlanPart part, int from, int to, long asOf, Locale language) {
        Map<Integer, StepContent> contents = new HashMap<>();
        List<PlanStep> steps = recorded(plan, part);
        long before = plan.asOf(asOf).stream()
                .filter(mark -> mark.run() > 0)
                .findFirst()
                .map(started -> started.commit() - 1)
                .orElse(asOf);
        for (int step = Math.max(from, part.first()); step < Math.min(to, part.first() + steps.size()); step++) {
            PlanStep planned = steps.get(step - part.first());
            int index = step;
            of(planned, before, language).ifPresent(content -> contents.put(index, content));
        }
        return contents;
    }

    /**
     * The hash of what an approver is shown as of a commit: of the same events as the state that is shown. Empty for a
     * reader who may not see all the state that it binds, since anybody can hash a guess.
     */
    Optional<String> shown(Plan plan, List<PlanPart> parts, long asOf) {
        String digest = PlanDigest.NONE;
        List<PlanStep> steps = new ArrayList<>();
        for (PlanPart part : parts) {
            List<PlanStep> recorded = recorded(plan, part);
            digest = PlanDigest.of(digest, recorded);
            steps.addAll(recorded);
        }
        boolean seen = steps.size() != 1
                || ShownPlan.named(steps.getFirst()).stream()
                        .map(named -> new StepSubject(named.kind(), named.id()))
                        .allMatch(subject -> subject.isReached(() -> state(subject, asOf)));
        return seen ? Optional.of(ShownPlan.of(digest, steps, aggregate -> head(aggregate, asOf))) : Optional.empty();
    }

    /** Sequence of an aggregate's last event up to a commit; few events are later than what the read models know. */
    private OptionalLong head(String aggregate, long asOf) {
        OptionalLong last = ledger.head(aggregate);
        while (last.isPresent() && isLater(aggregate, last.getAsLong(), asOf)) {
            last = last.getAsLong() == 0 ? OptionalLong.empty() : OptionalLong.of(last.getAsLong() - 1);
        }
        return last;
    }

    private boolean isLater(String aggregate, long sequence, long asOf) {
        try {
            return ledger.aggregate(aggregate, sequence, 1).stream().anyMatch(stored -> stored.commit() > asOf);
        } catch (LedgerException.CommitDamaged e) {
            return e.commit() > asOf;
        }
    }

    /** The reason of a proposal, or of the commit that asked for a reversal. */
    CommitReasons.Shown reason(Plan plan, Optional<Plan> undone, List<StepView> steps, Locale language) {
        if (plan.kind() == PlanKind.PROPOSAL && !steps.isEmpty()) {
            StepContent asked = steps.getFirst().asked();
            return asked == null
                    ? CommitReasons.Shown.NONE
                    : new CommitReasons.Shown(asked.why(), asked.whyCode(), null);
        }
        return undone.flatMap(known -> known.marks().stream()
                        .filter(mark -> mark.state() == Plan.State.REVERSED)
                        .findFirst())
                .flatMap(mark -> commit(mark.commit()))
                .map(commit -> reasons.of(commit, language))
                .orElse(CommitReasons.Shown.NONE);
    }

    private Optional<Commit> commit(long number) {
        try {
            return ledger.commit(number);
        } catch (LedgerException.CommitDamaged e) {
            return Optional.empty();
        }
    }

    private List<PlanStep> recorded(Plan plan, PlanPart part) {
        return commit(part.from()).stream()
                .flatMap(commit -> commit.events().stream())
                .flatMap(event -> part(event).stream())
                .filter(found -> found.plan().value().equals(plan.id()) && found.first() == part.first())
                .findFirst()
                .map(PlanPartRecorded::steps)
                .orElse(List.of());
    }

    private Optional<PlanPartRecorded> part(RecordedEvent event) {
        try {
            return codec.decode(event.type(), event.payload()) instanceof PlanPartRecorded part
                    ? Optional.of(part)
                    : Optional.empty();
        } catch (EventException e) {
            return Optional.empty();
        }
    }

    private Optional<StepContent> of(PlanStep step, long before, Locale language) {
        String command = step.command();
        if (command == null || !(read(step.content()) instanceof ObjectNode content)) {
            return Optional.empty();
        }
        Optional<StepSubject> about = StepSubject.of(command, content);
        ObjectNode known = about.filter(subject -> subject.isReached(() -> state(subject, before)))
                .map(subject -> state(subject, before))
                .orElseGet(StepContents::nothing);
        Optional<StatedReason> reason = content.path("reason").isString()
                ? Optional.of(StatedReason.parse(content.path("reason").stringValue()))
                : Optional.empty();
        ObjectNode shown = SealedValues.worded(content, language);
        reason.ifPresent(stated -> shown.put("reason", header(stated, language)));
        return Optional.of(new StepContent(
                shown.toString(),
                reason.map(stated -> why(stated, language)).orElse(null),
                reason.map(StepContents::code).orElse(null),
                about.orElse(null),
                known.isEmpty() ? null : SealedValues.worded(known, language).toString(),
                changes(content, known, about, language)));
    }

    /** The ids that each step of a part names. */
    List<PlannedIds> ids(Plan plan, PlanPart part) {
        return recorded(plan, part).stream()
                .map(step -> PlannedIds.of(
                        step.command(), Objects.requireNonNullElseGet(read(step.content()), StepContents::nothing)))
                .toList();
    }

    private static @Nullable JsonNode read(String content) {
        try {
            return JSON.readTree(content);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String header(StatedReason reason, Locale language) {
        return switch (reason) {
            case StatedReason.Uncoded words -> words.header();
            case StatedReason.Coded coded ->
                coded.text() == null ? coded.code().name() : coded.code().name() + " " + SealedValues.word(language);
        };
    }

    private static String why(StatedReason reason, Locale language) {
        return switch (reason) {
            case StatedReason.Uncoded words -> words.header();
            case StatedReason.Coded coded -> CommitReasons.label(coded.code(), language);
        };
    }

    private static @Nullable ReasonCode code(StatedReason reason) {
        return reason instanceof StatedReason.Coded coded ? coded.code() : null;
    }

    /** The last value of each component in a subject's events up to a commit. */
    private ObjectNode state(StepSubject subject, long before) {
        ObjectNode state = nothing();
        subject.aggregates().flatMap(aggregate -> events(aggregate).stream()).forEach(stored -> {
            if (stored.commit() <= before) {
                body(stored).properties().forEach(field -> state.set(field.getKey(), field.getValue()));
            }
        });
        state.remove(subject.kind());
        return state;
    }

    private List<StoredEvent> events(String aggregate) {
        try {
            return ledger.aggregate(aggregate, 0, MOST_EVENTS);
        } catch (LedgerException.CommitDamaged e) {
            return List.of();
        }
    }

    /** The body of an event in today's version. */
    private ObjectNode body(StoredEvent stored) {
        try {
            byte[] bytes = codec.encode(codec.decode(stored)).bytes();
            return read(new String(bytes, StandardCharsets.UTF_8)) instanceof ObjectNode body ? body : nothing();
        } catch (EventException e) {
            return nothing();
        }
    }

    private static List<StepContent.Change> changes(
            ObjectNode content, ObjectNode known, Optional<StepSubject> about, Locale language) {
        ObjectNode proposed = content.deepCopy();
        proposed.remove("reason");
        about.ifPresent(subject -> proposed.remove(subject.kind()));
        List<StepContent.Change> changes = new ArrayList<>();
        compare("", proposed, known, language, changes);
        return changes;
    }

    private static void compare(
            String within, ObjectNode proposed, ObjectNode known, Locale language, List<StepContent.Change> changes) {
        proposed.properties().forEach(field -> {
            JsonNode to = field.getValue();
            JsonNode from = known.get(field.getKey());
            String name = within + field.getKey();
            if (to instanceof ObjectNode part && from instanceof ObjectNode of) {
                compare(name + ".", part, of, language, changes);
            } else if (!to.equals(from) && !(to.isNull() && from == null)) {
                changes.add(new StepContent.Change(
                        name,
                        from == null || from.isNull() ? null : worded(field.getKey(), from, language),
                        worded(field.getKey(), to, language)));
            }
        });
    }

    /** Sealed texts about one person differ in every sealing, so a sealed value counts as a change. */
    private static String worded(String name, JsonNode value, Locale language) {
        return SealedValues.worded(name, value, language).toString();
    }
}
