package vn.soto.open;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Configuration of what is open to everybody; it needs the query side and the pages in the same process. */
@EnableConfigurationProperties(OpenSettings.class)
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = "vn.soto.open")
public class OpenConfiguration {}
