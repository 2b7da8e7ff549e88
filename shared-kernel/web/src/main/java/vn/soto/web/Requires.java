package vn.soto.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that an endpoint method asks for, and where. A method without it fails the build ({@code EndpointRightsTest}), and a query
 * without it is refused.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    EndpointRight value();

    /**
     * The variable of the path, or parameter, that names what is asked about: the right must reach it. Empty if the question names
     * nothing, or only what everybody with the right may ask about; then its rows are those that the right reaches.
     */
    String of() default "";

    /** Whether a right that reaches only a part of what is asked about suffices; the answer then has the rows of that part. */
    boolean part() default false;
}
