package vn.soto.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Beans of the edge that do not depend on the sign-in: problems of unmapped or rejected requests, and the description. */
@Configuration(proxyBeanMethods = false)
@Import({EdgeProblems.class, OpenApiEndpoint.class, RejectedRequests.class})
public class EdgeConfiguration {}
