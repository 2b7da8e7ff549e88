package vn.soto.domain.shared;

import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command names an aggregate that does not exist; nothing was recorded. */
public final class NotFoundException extends RuntimeException {

    private final String kind;
    private final String id;

    /** @param kind type of aggregate, such as {@code team}, or the component of the command that names it */
    public NotFoundException(String kind, String id) {
        super(kind + " " + id + " does not exist", null, false, false);
        this.kind = kind;
        this.id = id;
    }

    /** What a command is for does not exist; its kind is the name of the component that names it. */
    public static NotFoundException target(Command command, String id) {
        return Stream.of(command.getClass().getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .map(component -> new NotFoundException(component.getName(), id))
                .orElseGet(() -> new NotFoundException("target", id));
    }

    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }
}
