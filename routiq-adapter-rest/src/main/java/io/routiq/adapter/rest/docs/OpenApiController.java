package io.routiq.adapter.rest.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.routiq.adapter.rest.http.Access;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves springdoc's document at our address instead of its own. */
@Hidden
@RestController
class OpenApiController extends OpenApiResource {

    OpenApiController(
            ObjectFactory<OpenAPIService> documents,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(documents, requests, responses, operations, properties, providers, customizers);
    }

    @GetMapping("/openapi.json")
    @Access(Access.To.ANYBODY)
    ResponseEntity<byte[]> getDocument() throws JsonProcessingException {
        OpenAPI document = getOpenApi("", Locale.ROOT);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(writeJsonValue(document));
    }

    /** The document itself says that routes are relative to where it was read. */
    @Override
    protected String getServerUrl(HttpServletRequest request, String apiDocsUrl) {
        return "";
    }
}
