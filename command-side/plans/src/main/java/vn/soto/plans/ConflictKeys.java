package vn.soto.plans;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.Command;

/**
 * The keys of a command within one plan. Commands with different keys run concurrently. Commands that share a
 * household, business or member run in plan order. A command on neither a household nor a business runs alone.
 */
final class ConflictKeys {

    private final Map<Class<?>, List<RecordComponent>> components = new ConcurrentHashMap<>();

    /** Returns the keys; empty for a command that runs alone. */
    Set<String> by(Command command) {
        Set<String> keys = new TreeSet<>();
        boolean beneficiary = false;
        for (RecordComponent component : components.computeIfAbsent(command.getClass(), ConflictKeys::ids)) {
            Id id = value(component, command);
            if (id != null) {
                beneficiary |= !(id instanceof MemberId);
                keys.add(id.getClass().getSimpleName() + " " + id.value());
            }
        }
        return beneficiary ? keys : Set.of();
    }

    private static List<RecordComponent> ids(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() == HouseholdId.class
                        || component.getType() == BusinessId.class
                        || component.getType() == MemberId.class)
                .peek(component -> component.getAccessor().setAccessible(true))
                .toList();
    }

    private static @Nullable Id value(RecordComponent component, Command command) {
        try {
            return (Id) component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record gives its components", e);
        }
    }
}
