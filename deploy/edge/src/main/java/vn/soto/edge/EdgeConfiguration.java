package vn.soto.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Problems for what no endpoint takes, and what there is to be asked, whatever the sign-in. */
@Configuration(proxyBeanMethods = false)
@Import({EdgeProblems.class, OpenApiEndpoint.class})
public class EdgeConfiguration {}
