package vn.soto.domain.shared;

import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A command names an aggregate that does not exist, as far as its sender may know; nothing was recorded. Of persons and records
 * that the sender does not reach, the same is said.
 */
public class NotFoundException extends RuntimeException {

    private final String kind;
    private final String id;

    /** @param kind type of aggregate, such as {@code team}, or the component of the command that names it */
    public NotFoundException(String kind, String id) {
        super(kind + " " + id + " does not exist", null, false, false);
        this.kind = kind;
        this.id = id;
    }

    /** The target of a command does not exist; its kind is the name of the component that names it. */
    public static NotFoundException target(Command command, String id) {
        return Stream.of(command.getClass().getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .map(component -> new NotFoundException(component.getName(), id))
                .orElseGet(() -> ofAggregate(id));
    }

    /** Of an aggregate whose id holds its kind, such as {@code account:an}. */
    private static NotFoundException ofAggregate(String id) {
        int colon = id.indexOf(':');
        return colon < 0
                ? new NotFoundException("target", id)
                : new NotFoundException(id.substring(0, colon), id.substring(colon + 1));
    }

    public final String kind() {
        return kind;
    }

    public final String id() {
        return id;
    }
}
