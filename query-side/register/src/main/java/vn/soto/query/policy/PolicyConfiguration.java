package vn.soto.query.policy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the policy that applies before the first adopted one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InitialPolicy.class)
class PolicyConfiguration {}
