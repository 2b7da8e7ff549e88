package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Packages do not depend on one another in a circle. No circle is meant by
 * {@link vn.soto.contracts.shared.ProductEvent} permitting the events of every feature. It is the one list of them, so
 * that a switch over all events is complete or does not compile.
 */
@AnalyzeClasses(
        locations = ArchitectureTest.OurJars.class,
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.ProductOnly.class})
final class PackageCyclesTest {

    @ArchTest
    static void thereIsNoCircle(JavaClasses classes) {
        assertThat(inCircles(arrows(classes)))
                .as("arrows between packages of a circle: what another package needs moves to a package below both")
                .isEmpty();
    }

    /** The packages on which each depends. */
    private static Map<String, Set<String>> arrows(JavaClasses classes) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (to.startsWith("vn.soto.") && !to.equals(type.getPackageName())) {
                    arrows.computeIfAbsent(type.getPackageName(), from -> new TreeSet<>())
                            .add(to);
                }
            }
        }
        return arrows;
    }

    /** The arrows whose head leads back to their tail. */
    private static List<String> inCircles(Map<String, Set<String>> arrows) {
        Map<String, Set<String>> reached = new HashMap<>();
        return arrows.entrySet().stream()
                .flatMap(from -> from.getValue().stream()
                        .filter(to -> reached.computeIfAbsent(to, each -> reached(each, arrows))
                                .contains(from.getKey()))
                        .map(to -> from.getKey() + " -> " + to))
                .toList();
    }

    private static Set<String> reached(String from, Map<String, Set<String>> arrows) {
        Set<String> reached = new HashSet<>();
        Set<String> next = Set.of(from);
        while (!next.isEmpty()) {
            Set<String> further = new HashSet<>();
            for (String each : next) {
                arrows.getOrDefault(each, Set.of()).stream()
                        .filter(reached::add)
                        .forEach(further::add);
            }
            next = further;
        }
        return reached;
    }
}
