package vn.soto.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the commands that a command takes back, or whose days and content it corrects. If one of those takes two
 * persons, it takes two as well.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Corrects {

    Class<? extends Command>[] value();
}
