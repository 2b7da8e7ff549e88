package vn.soto.allinone;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.AnnotationConfigReactiveWebServerApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

/** Contexts that leave what their scan for beans has read of class files to those after them: it costs half of a scan. */
final class ClassesReadOnce {

    private static final DefaultResourceLoader READ = new DefaultResourceLoader();

    private ClassesReadOnce() {}

    /** The product, as it starts by itself but for that, and for its log. */
    static SpringApplication product() {
        SpringApplication application = new SpringApplication(Main.class);
        application.setApplicationContextFactory(type -> new Product());
        ProductLog.keepFor(application);
        return application;
    }

    private static final class Product extends AnnotationConfigReactiveWebServerApplicationContext {

        @Override
        public <T> Map<Resource, T> getResourceCache(Class<T> valueType) {
            return READ.getResourceCache(valueType);
        }

        @Override
        public void clearResourceCaches() {
            // They are there until the JVM ends.
        }
    }

    /** A context of some beans of the product. */
    static final class Part extends AnnotationConfigApplicationContext {

        @Override
        public <T> Map<Resource, T> getResourceCache(Class<T> valueType) {
            return READ.getResourceCache(valueType);
        }

        @Override
        public void clearResourceCaches() {
            // They are there until the JVM ends.
        }
    }
}
