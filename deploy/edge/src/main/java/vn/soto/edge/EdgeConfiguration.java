package vn.soto.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.soto.edge.start.StartConfiguration;
import vn.soto.edge.watchdog.WatchdogConfiguration;

/** Beans of the edge that do not depend on the sign-in: problems of unmapped requests, the API description, warming up and the watchdog. */
@Configuration(proxyBeanMethods = false)
@Import({EdgeProblems.class, OpenApiEndpoint.class, StartConfiguration.class, WatchdogConfiguration.class})
public class EdgeConfiguration {}
