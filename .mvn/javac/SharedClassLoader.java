import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Loads Error Prone once for all compilations of a Maven run. By itself javac makes a new class loader for each, which loads and
 * verifies 6,000 classes anew, and runs them interpreted at first. The root {@code pom.xml} names this class to javac, and
 * {@code deploy/bin/_jdk} puts it on Maven's boot class path; where it is missing, javac takes a loader of its own.
 */
public final class SharedClassLoader extends ClassLoader {

    private static final Map<List<String>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    public SharedClassLoader(URL[] jars, ClassLoader parent) {
        super(LOADERS.computeIfAbsent(Stream.of(jars).map(URL::toString).toList(), key -> new URLClassLoader(jars, parent)));
    }
}
