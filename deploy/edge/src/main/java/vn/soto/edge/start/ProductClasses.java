package vn.soto.edge.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The classes of the product itself, whatever they are: no list has to be kept. */
final class ProductClasses {

    private static final Logger LOG = LoggerFactory.getLogger(ProductClasses.class);
    private static final String ROOT = "vn/soto/";
    private static final String SUFFIX = ".class";

    private ProductClasses() {}

    /** Loads and links them all; returns their number. */
    static int load(ClassLoader loader) {
        try {
            int loaded = 0;
            for (Resource file : new PathMatchingResourcePatternResolver(loader)
                    .getResources("classpath*:" + ROOT + "**/*" + SUFFIX)) {
                loaded += load(name(file), loader) ? 1 : 0;
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException("the product's classes", e);
        }
    }

    private static String name(Resource file) throws IOException {
        String address = file.getURL().toString();
        String path = address.substring(address.lastIndexOf(ROOT));
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
