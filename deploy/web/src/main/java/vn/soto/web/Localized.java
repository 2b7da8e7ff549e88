package vn.soto.web;

import java.util.Locale;

/** A value of a {@link Problem} that differs by language. */
@FunctionalInterface
public interface Localized {

    Object in(Locale locale);
}
