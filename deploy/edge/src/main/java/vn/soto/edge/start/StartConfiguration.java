package vn.soto.edge.start;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Warms a process up before its port opens, unless {@code soto.warm-up} is false. */
@Configuration(proxyBeanMethods = false)
public class StartConfiguration {

    @Bean
    @ConditionalOnProperty(name = "soto.warm-up", matchIfMissing = true)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    WarmUp warmUp(
            HttpHandler handler,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            AutowireCapableBeanFactory beans) {
        return new WarmUp(handler, mapping, beans);
    }
}
