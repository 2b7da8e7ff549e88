package vn.soto.query.reading;

import org.springframework.web.method.HandlerMethod;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/**
 * The right that an endpoint method requires, as {@link Requires} declares it.
 *
 * @param of   variable or parameter that names what is asked about; empty if none does
 * @param part whether a right that reaches a part of it suffices
 */
public record Requirement(EndpointRight right, String of, boolean part) {

    /** Throws IllegalStateException if the method declares nothing: what is not declared is refused. */
    public static Requirement of(HandlerMethod method) {
        Requires declared = method.getMethodAnnotation(Requires.class);
        if (declared == null) {
            throw new IllegalStateException(method + " declares no right");
        }
        return new Requirement(declared.value(), declared.of(), declared.part());
    }
}
