package vn.soto.allinone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;

/** The log of the product, laid out once for all products of this process: two that lay it out at once break its lists. */
final class ProductLog {

    static {
        // The setting, because the configuration of tests has precedence.
        new SpringApplicationBuilder(ProductLog.class)
                .web(WebApplicationType.NONE)
                .run("--logging.config=classpath:logback-spring.xml", "--spring.main.banner-mode=off")
                .close();
    }

    private ProductLog() {}

    /** The product as it starts by itself, but that it logs as is laid out here. */
    static SpringApplication product() {
        SpringApplication application = Main.application();
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return application;
    }
}
