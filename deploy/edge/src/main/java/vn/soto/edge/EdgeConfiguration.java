package vn.soto.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.soto.edge.server.HttpServerConfiguration;

/** Beans of the edge that do not depend on the sign-in: the HTTP server, unmapped requests, the API description. */
@Configuration(proxyBeanMethods = false)
@Import({EdgeProblems.class, OpenApiEndpoint.class, HttpServerConfiguration.class})
public class EdgeConfiguration {}
