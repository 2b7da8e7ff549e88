package vn.soto.edge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;

/** Applications that may start at the same time in one process: none lays out the log, whose lists two at once would break. */
public final class Applications {

    private Applications() {}

    public static SpringApplication of(Class<?> source) {
        SpringApplication application = new SpringApplication(source);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return application;
    }
}
