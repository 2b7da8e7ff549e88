package vn.soto.web;

import java.util.Locale;

/** A property of a {@link Problem} whose value depends on the language. */
@FunctionalInterface
public interface Localized {

    Object in(Locale locale);
}
