package vn.soto.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Objects;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springdoc.webflux.core.configuration.SpringDocWebFluxConfiguration;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.web.context.reactive.AnnotationConfigReactiveWebApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.DelegatingWebFluxConfiguration;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.query.subject.Subjects;
import vn.soto.web.AnswerType;
import vn.soto.web.AnsweredIn;

/** The annotated endpoints of both sides, for springdoc to inspect; no endpoint method is called. */
final class Endpoints {

    private static final String[] PACKAGES = {"vn.soto.command.http", "vn.soto.query", "vn.soto.edge"};

    private Endpoints() {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        SpringDocConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocWebFluxConfiguration.class
    })
    @Import(Customizers.class)
    static class Description extends DelegatingWebFluxConfiguration {

        @Override
        protected RequestMappingHandlerMapping createRequestMappingHandlerMapping() {
            return new RequestMappingHandlerMapping() {
                @Override
                protected HandlerMethod createHandlerMethod(Object endpoint, Method method) {
                    return new SentMethod(super.createHandlerMethod(endpoint, method));
                }
            };
        }
    }

    /** An endpoint method that returns what is sent. */
    private static final class SentMethod extends HandlerMethod {

        SentMethod(HandlerMethod method) {
            super(method);
        }

        @Override
        public HandlerMethod createWithValidateFlags() {
            return this;
        }

        @Override
        public HandlerMethod createWithResolvedBean() {
            return new SentMethod(super.createWithResolvedBean());
        }

        @Override
        public MethodParameter getReturnType() {
            return AnnotatedElementUtils.hasAnnotation(getMethod(), AnsweredIn.class)
                    ? new AnswerType(getMethod())
                    : super.getReturnType();
        }
    }

    /** @param names names of schemas */
    static ObjectNode described(Schemas names) {
        try (AnnotationConfigReactiveWebApplicationContext context =
                new AnnotationConfigReactiveWebApplicationContext()) {
            context.registerBean(Schemas.class, () -> names);
            context.register(Description.class);
            register(context);
            context.addBeanFactoryPostProcessor(Endpoints::withoutSubjects);
            context.refresh();
            context.getBean(SpringDocConfigProperties.class)
                    .setDefaultProducesMediaType(MediaType.APPLICATION_JSON_VALUE);
            byte[] document = context.getBean(OpenApiWebfluxResource.class)
                    .openapiJson(
                            MockServerHttpRequest.get("http://localhost/v3/api-docs")
                                    .build(),
                            "/v3/api-docs",
                            Locale.ENGLISH)
                    .block();
            return (ObjectNode) Schemas.JSON.readTree(Objects.requireNonNull(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers the endpoints as beans without calling their constructors, whose arguments do not exist here. */
    private static void register(AnnotationConfigReactiveWebApplicationContext context) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        for (String root : PACKAGES) {
            scanner.findCandidateComponents(root).stream()
                    .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                    .sorted()
                    .forEach(endpoint -> register(context, ClassUtils.resolveClassName(endpoint, null)));
        }
    }

    /** The kinds of subjects that stand beside the questions rest on beans that do not exist here. */
    private static void withoutSubjects(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForType(Subjects.class, true, false)) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
    }

    private static <T> void register(AnnotationConfigReactiveWebApplicationContext context, Class<T> endpoint) {
        SpringObjenesis objenesis = new SpringObjenesis();
        context.registerBeanDefinition(
                endpoint.getName(),
                BeanDefinitionBuilder.genericBeanDefinition(endpoint, () -> objenesis.newInstance(endpoint))
                        .getBeanDefinition());
    }
}
