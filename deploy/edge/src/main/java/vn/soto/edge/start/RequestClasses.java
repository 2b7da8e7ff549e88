package vn.soto.edge.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All classes of the product, and of libraries whose classes depend on a request. They depend on the content of the
 * ledger, the shape of an answer or the type of a command. No list tells which of them are needed, so each package is
 * loaded whole.
 */
final class RequestClasses {

    private static final Logger LOG = LoggerFactory.getLogger(RequestClasses.class);
    private static final List<String> FILES = List.of(
            "vn/soto/**/*",
            "tools/jackson/databind/**/*",
            "org/axonframework/eventhandling/**/*",
            "org/axonframework/messaging/**/*",
            "org/bson/**/*",
            "org/springframework/web/server/**/*",
            "io/netty/buffer/**/*",
            "io/netty/channel/**/*",
            "io/netty/util/**/*",
            // Which of these are used depends on how many wait for one answer.
            "reactor/core/publisher/*",
            "com/github/benmanes/caffeine/cache/BoundedLocalCache*");
    private static final String SUFFIX = ".class";

    private RequestClasses() {}

    /** Loads and links them all; returns their number. */
    static int load(ClassLoader loader) {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver(loader);
        try {
            int loaded = 0;
            for (String each : FILES) {
                String folder = each.substring(0, each.lastIndexOf('/', each.indexOf('*')) + 1);
                for (Resource file : files.getResources("classpath*:" + each + SUFFIX)) {
                    loaded += load(name(folder, file), loader) ? 1 : 0;
                }
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException("the classes of requests", e);
        }
    }

    private static String name(String folder, Resource file) throws IOException {
        String address = file.getURL().toString();
        String path = address.substring(address.lastIndexOf(folder));
        return path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
    }

    private static boolean load(String name, ClassLoader loader) {
        if (name.endsWith("-info")) {
            return false;
        }
        try {
            // The methods are resolved, so that the types they name are loaded too.
            var _ = Class.forName(name, false, loader).getDeclaredMethods();
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.debug("{} is not used here", name, e);
            return false;
        }
    }
}
