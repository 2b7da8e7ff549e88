package vn.soto.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The codes that clients may give as the reason of a command; on the command or on what it implements. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reasons {

    ReasonList value();

    /** Whether a text stands beside the code; otherwise there may be one. */
    boolean withText() default false;
}
