package vn.soto.axon;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs a test class and counts. */
final class SuiteRun {

    private SuiteRun() {}

    static TestExecutionSummary of(Class<?> suite) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request(suite), listener);
        return listener.getSummary();
    }

    /** How many tests of the class would run. */
    static long found(Class<?> suite) {
        return LauncherFactory.create().discover(request(suite)).countTestIdentifiers(TestIdentifier::isTest);
    }

    private static LauncherDiscoveryRequest request(Class<?> suite) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(suite))
                .build();
    }

    /** Names of tests of the published suite that a class of ours replaces. */
    static Stream<String> overridden(Class<?> suite) {
        return Stream.of(suite, PublishedSuiteContract.class)
                .flatMap(ours -> Stream.of(ours.getDeclaredMethods()))
                .map(method -> method.getName())
                .filter(SuiteRun::isPublishedTest);
    }

    private static boolean isPublishedTest(String name) {
        for (Class<?> c = PublishedSuiteContract.class.getSuperclass(); c != null; c = c.getSuperclass()) {
            if (Stream.of(c.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(name) && method.isAnnotationPresent(Test.class))) {
                return true;
            }
        }
        return false;
    }
}
