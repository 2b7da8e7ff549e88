package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Each endpoint of both sides, and of the actuator, says which right it asks for, and where. */
final class EndpointRightsTest {

    /** Rights about nothing that a path names. */
    private static final Set<EndpointRight> OF_NO_PLACE = Set.of(
            EndpointRight.OWN_ACCOUNT,
            EndpointRight.SIGN_IN,
            EndpointRight.LOCAL_ACCOUNTS,
            EndpointRight.REFERENCE,
            EndpointRight.SUMS,
            EndpointRight.MAINTENANCE,
            EndpointRight.COMMANDS);

    private static final Set<String> VARIABLES =
            Arrays.stream(IdKind.values()).map(IdKind::variable).collect(Collectors.toUnmodifiableSet());

    private static final List<Method> ENDPOINTS = endpoints();

    private static List<Method> endpoints() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        List<Method> endpoints = new ArrayList<>();
        scanner.findCandidateComponents("vn.soto").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .forEach(endpoints::add);
        // All commands share one method, which CommandRoutes maps.
        Stream.of(ClassUtils.resolveClassName("vn.soto.command.http.CommandEndpoint", null)
                        .getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Requires.class))
                .forEach(endpoints::add);
        return endpoints;
    }

    @Test
    void anEndpointThatDoesNotSayWhoMayAskItFailsTheBuild() {
        assertThat(ENDPOINTS)
                .hasSizeGreaterThan(50)
                .allSatisfy(method -> assertThat(AnnotatedElementUtils.hasAnnotation(method, Requires.class))
                        .as("%s has no @Requires", method)
                        .isTrue());
    }

    @Test
    void whatAPathNamesIsWhereTheRightMustReach() {
        assertThat(ENDPOINTS).allSatisfy(method -> {
            Requires required = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
            assertThat(required).isNotNull();
            List<String> path = named(method, PathVariable.class);
            List<String> all = Stream.concat(path.stream(), named(method, RequestParam.class).stream())
                    .toList();
            if (!required.of().isEmpty()) {
                assertThat(all).as(method.toString()).contains(required.of());
                assertThat(VARIABLES).as(method.toString()).contains(required.of());
            } else if (!OF_NO_PLACE.contains(required.value())) {
                assertThat(path)
                        .as("%s names what the right must reach", method)
                        .doesNotContainAnyElementsOf(VARIABLES);
            }
        });
    }

    /** Queries are refused where they are executed: one that is not executed there is no query of this side. */
    @Test
    void everyQuestionIsAMethodThatIsDecidedByTheOneDecision() {
        assertThat(ENDPOINTS.stream()
                        .filter(method -> method.getDeclaringClass().getName().startsWith("vn.soto.query."))
                        .filter(method -> !AnnotatedElementUtils.hasAnnotation(method, Query.class)
                                || !List.of(method.getParameterTypes()).contains(Asked.class))
                        .map(method -> method.getDeclaringClass().getSimpleName())
                        .distinct())
                .as("a stream, and what is done to read models")
                .containsExactlyInAnyOrder("LiveEndpoint", "ProjectionEndpoint");
    }

    @Test
    void everyEndpointOfTheActuatorSaysWhoMayAskIt() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        String exposed = String.valueOf(settings.getObject())
                .replaceAll("(?s).*management\\.endpoints\\.web\\.exposure\\.include=([a-z,]+).*", "$1");

        assertThat(exposed.split(",", -1))
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(ActuatorAccess.RIGHTS).containsKey(endpoint));
    }

    private static List<String> named(Method method, Class<? extends java.lang.annotation.Annotation> as) {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(as))
                .map(Parameter::getName)
                .toList();
    }
}
