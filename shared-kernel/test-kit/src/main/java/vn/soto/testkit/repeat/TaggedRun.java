package vn.soto.testkit.repeat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of the test classes of a module that have a tag; says of each class whether it succeeded. */
public final class TaggedRun implements TestExecutionListener {

    private static final String CLASSES = ".*(Test|IT)";

    private final Map<String, Boolean> succeeded = new ConcurrentSkipListMap<>();

    private TaggedRun() {}

    /** Arguments: folder of test classes, tag, pattern of class names, count of runs. Prints {@code ran <class> ok|failed} for each. */
    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request =
                request(Path.of(arguments[0]), arguments[1], arguments[2], Boolean.getBoolean("soto.long"));
        for (int run = 0; run < Integer.parseInt(arguments[3]); run++) {
            TaggedRun classes = new TaggedRun();
            LauncherFactory.create().execute(request, classes);
            classes.succeeded.forEach((name, ok) -> System.out.println("ran " + name + (ok ? " ok" : " failed")));
        }
        System.exit(0);
    }

    /** @param atLength whether tests for {@code --long} alone run, too */
    static LauncherDiscoveryRequest request(Path classes, String tag, String pattern, boolean atLength) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(classes)))
                .filters(
                        TagFilter.includeTags(atLength ? tag : tag + " & !long"),
                        ClassNameFilter.includeClassNamePatterns(CLASSES),
                        ClassNameFilter.includeClassNamePatterns(pattern))
                .build();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean ok = result.getStatus() != TestExecutionResult.Status.FAILED;
        String name = test.getSource()
                .map(source -> switch (source) {
                    case ClassSource of -> of.getClassName();
                    case MethodSource of -> of.getClassName();
                    default -> "";
                })
                .orElse("");
        if (!name.isEmpty()) {
            succeeded.merge(name, ok, Boolean::logicalAnd);
        }
        result.getThrowable().filter(thrown -> !ok).ifPresent(thrown -> {
            System.err.println(name + ": " + test.getDisplayName());
            thrown.printStackTrace();
        });
    }
}
