package vn.soto.command.privacy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DataSubject;

/**
 * The components of a type of command that hold personal data, and those that name its subject.
 *
 * @param fields   paths of the sealed components, names joined by dots
 * @param subjects components marked {@link DataSubject}, in their order
 * @param lists    components that are lists of somebody each, with what an item holds; its paths begin at the item
 */
record SealedFields(List<String> fields, List<Marked> subjects, Map<String, SealedFields> lists) {

    private static final String OURS = "vn.soto.";

    /** @param created whether the command creates the subject, so that its id defaults to the command's */
    record Marked(String component, Function<String, Id> id, boolean created) {}

    /** @throws IllegalArgumentException the command does not mark the subject of its sealed components */
    static SealedFields of(Class<? extends Command> command) {
        return ofRecord(command);
    }

    private static SealedFields ofRecord(Class<?> record) {
        List<String> fields = new ArrayList<>();
        Map<String, SealedFields> lists = new LinkedHashMap<>();
        find(record, "", fields, lists);
        List<Marked> subjects = Stream.of(record.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(DataSubject.class))
                .map(SealedFields::marked)
                .toList();
        if (!fields.isEmpty() && subjects.isEmpty()) {
            throw new IllegalArgumentException(record + " marks no component as the subject of " + fields);
        }
        return new SealedFields(List.copyOf(fields), subjects, Map.copyOf(lists));
    }

    private static void find(Class<?> record, String path, List<String> fields, Map<String, SealedFields> lists) {
        for (RecordComponent component : record.getRecordComponents()) {
            String field = path + component.getName();
            Class<?> type = component.getType();
            Class<?> item = path.isEmpty() ? itemWithSealed(component) : null;
            if (type == Sealed.class) {
                fields.add(field);
            } else if (type.isRecord() && type.getName().startsWith(OURS)) {
                find(type, field + ".", fields, lists);
            } else if (item != null) {
                lists.put(field, ofRecord(item));
            } else if (component.getGenericType().getTypeName().contains(Sealed.class.getName())) {
                throw new IllegalArgumentException(record + " holds sealed data in a " + type + ", at " + field);
            }
        }
    }

    /** The type of a list's items if they are records of ours that hold sealed data. */
    private static @Nullable Class<?> itemWithSealed(RecordComponent component) {
        return component.getType() == List.class
                        && component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item
                        && item.isRecord()
                        && Stream.of(item.getRecordComponents()).anyMatch(part -> part.getType() == Sealed.class)
                ? item
                : null;
    }

    private static Marked marked(RecordComponent component) {
        boolean created = component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class);
        return new Marked(component.getName(), id(component.getType()), created);
    }

    private static Function<String, Id> id(Class<?> type) {
        if (type == MemberId.class) {
            return MemberId::new;
        }
        if (type == HouseholdId.class) {
            return HouseholdId::new;
        }
        if (type == BusinessId.class) {
            return BusinessId::new;
        }
        if (type == SupportRequestId.class) {
            return SupportRequestId::new;
        }
        throw new IllegalArgumentException("a " + type + " is no subject of personal data");
    }

    /**
     * The subject of the payload; empty if it names none.
     *
     * @throws IllegalArgumentException the subject's id is malformed
     */
    Optional<Subject> subject(ObjectNode payload, UUID commandId) {
        for (Marked marked : subjects) {
            JsonNode given = payload.get(marked.component());
            if (given != null && !given.isNull()) {
                if (!given.isString()) {
                    throw new IllegalArgumentException("an id is a text");
                }
                return Optional.of(Subject.of(marked.id().apply(given.stringValue())));
            }
        }
        return subjects.stream()
                .filter(Marked::created)
                .map(marked -> Subject.of(marked.id().apply(commandId.toString())))
                .findFirst();
    }
}
