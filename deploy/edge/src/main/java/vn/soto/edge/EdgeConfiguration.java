package vn.soto.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Problems for what no endpoint takes, whatever the sign-in. */
@Configuration(proxyBeanMethods = false)
@Import(EdgeProblems.class)
public class EdgeConfiguration {}
