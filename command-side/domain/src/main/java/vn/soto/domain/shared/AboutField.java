package vn.soto.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field of a command that a {@link Rule} is about, where it is about one: not the state of something, nor fields together.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface AboutField {

    /** Its path from the root of the request; of several, the first that the command has. */
    String[] value();
}
