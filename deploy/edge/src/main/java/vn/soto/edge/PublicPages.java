package vn.soto.edge;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** The addresses that need no account. */
public final class PublicPages {

    private static final String OPEN = "soto.open.enabled";

    /** They hold nothing of anybody, and nothing of the ledger. */
    private static final List<String> ALWAYS = List.of(
            "/assets/**", "/preferences", "/help", "/help/**", "/field", "/field/en", "/field.webmanifest", "/sw.js");

    /** They hold what is open to everybody. */
    private static final List<String> WHERE_OPEN = List.of("/open", "/open/**", "/verify", "/verify/*");

    private PublicPages() {}

    /** Patterns of the addresses. */
    public static String[] addresses(Environment environment) {
        boolean open = environment.getProperty(OPEN, Boolean.class, false);
        return Stream.concat(ALWAYS.stream(), open ? WHERE_OPEN.stream() : Stream.of())
                .toArray(String[]::new);
    }
}
