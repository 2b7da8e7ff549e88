package vn.soto.query.personfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.shared.Sealed;

/** The steps of a plan that name a person, with the texts in them that may be sealed. */
final class StepTexts {

    private static final JsonMapper JSON = new JsonMapper();

    private StepTexts() {}

    /**
     * @param sealed by field of the command; some may be ordinary texts of the same form
     */
    record Step(PlanStep step, SequencedMap<String, Sealed> sealed) {}

    static Stream<Step> of(PlanPartRecorded part, Subject about) {
        return part.steps().stream()
                .filter(step -> NamedSubjects.of(only(part, step)).contains(about))
                .map(step -> new Step(step, sealed(step)));
    }

    private static PlanPartRecorded only(PlanPartRecorded part, PlanStep step) {
        return new PlanPartRecorded(
                part.plan(), part.part(), part.first(), part.previous(), part.digest(), List.of(step), part.salt());
    }

    private static SequencedMap<String, Sealed> sealed(PlanStep step) {
        SequencedMap<String, Sealed> found = new LinkedHashMap<>();
        try {
            if (JSON.readTree(step.content()) instanceof ObjectNode content) {
                add("", content, found);
            }
        } catch (JacksonException e) {
            found.clear();
        }
        return found;
    }

    private static void add(String within, ObjectNode object, SequencedMap<String, Sealed> found) {
        object.properties().forEach(field -> {
            String name = within + field.getKey();
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode part) {
                add(name + ".", part, found);
            } else if (value.isString()) {
                sealed(value.stringValue(), name, found);
            }
        });
    }

    private static void sealed(String text, String name, SequencedMap<String, Sealed> found) {
        try {
            found.put(name, new Sealed(text));
        } catch (IllegalArgumentException ordinary) {
            found.remove(name);
        }
    }
}
