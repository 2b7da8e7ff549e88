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
    private static final List<String> ROOTS = List.of(
            "vn/soto/",
            "tools/jackson/databind/",
            "org/axonframework/eventhandling/",
            "org/axonframework/messaging/",
            "org/pcollections/",
            "org/bson/",
            "io/netty/buffer/",
            "io/netty/channel/",
            "io/netty/util/");
    private static final String SUFFIX = ".class";

    private RequestClasses() {}

    /** Loads and links them all; returns their number. */
    static int load(ClassLoader loader) {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver(loader);
        try {
            int loaded = 0;
            for (String root : ROOTS) {
                for (Resource file : files.getResources("classpath*:" + root + "**/*" + SUFFIX)) {
                    loaded += load(name(root, file), loader) ? 1 : 0;
                }
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException("the classes of requests", e);
        }
    }

    private static String name(String root, Resource file) throws IOException {
        String address = file.getURL().toString();
        String path = address.substring(address.lastIndexOf(root));
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
