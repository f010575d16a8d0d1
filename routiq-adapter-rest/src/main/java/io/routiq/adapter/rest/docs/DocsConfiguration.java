package io.routiq.adapter.rest.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the pages' own files and the shipped libraries are served. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/docs/files/**", "swagger-ui/", "swagger-ui/*/swagger-ui-bundle.js");
        serve(registry, "/redoc/files/**", "redoc/", "redoc/*/bundles/redoc.standalone.js");
    }

    private static void serve(ResourceHandlerRegistry registry, String path, String own, String library) {
        registry.addResourceHandler(path)
                .addResourceLocations(new ClassPathResource(own, DocsConfiguration.class), folderOf(library))
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    /** The folder of a shipped file, whose path contains a version that only the build knows. */
    private static Resource folderOf(String file) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/" + file);
            return found[0].createRelative("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
