package vn.soto.ledgerwriter.axon;

import java.util.List;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;

/** Resolves parameters of handlers: those that Axon offers, and the given resources by type. */
final class ResourceParameters {

    private ResourceParameters() {}

    static ParameterResolverFactory of(List<Object> resources) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(ResourceParameters.class),
                new SimpleResourceParameterResolverFactory(resources));
    }
}
