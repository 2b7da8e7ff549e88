package vn.soto.contracts.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The kinds of events that a {@link Correcting} one corrects, if their content does not matter. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CorrectsAny {

    Class<? extends DomainEvent>[] value();
}
