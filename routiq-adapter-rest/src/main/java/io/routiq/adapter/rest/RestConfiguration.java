package io.routiq.adapter.rest;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * Everything of HTTP as one import. Whoever imports it supplies {@link RestSettings}, the use cases, a {@code Sealer}, an
 * {@code InstantSource} and a {@code JwtDecoder} that accepts no token without subject and expiry.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:io/routiq/adapter/rest/defaults.properties")
public class RestConfiguration {}
