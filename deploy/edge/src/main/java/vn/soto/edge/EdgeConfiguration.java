package vn.soto.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Beans of the edge that do not depend on the sign-in: problems of unmapped requests and the API description. */
@Configuration(proxyBeanMethods = false)
@Import({EdgeProblems.class, OpenApiEndpoint.class})
public class EdgeConfiguration {}
