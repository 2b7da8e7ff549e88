package vn.soto.benchmarks;

import java.nio.file.Path;

/** Other processes of the same Java. */
final class Child {

    private Child() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
