package vn.soto.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the component of a command with ids that may be new to the ledger. They stand for a person, a household, a
 * business or a record about them. The ledger keeps an id for good, under its hash, and an id that somebody makes up
 * may be a name. So clients send UUIDs, or leave the id to the product. Units, teams, organisations, groups and
 * services are public and keep speaking ids.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Introduces {

    /** Whether the id defaults to that of the command, as the id of a target does. */
    boolean byDefaultAsCommand() default false;
}
