package io.routiq.bootstrap.endtoend;

import io.routiq.bootstrap.sandbox.Product;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one product that all of them share; each test class uses organizations of its own. */
final class RunningProduct implements ParameterResolver {

    private static final Path DIRECTORY = Path.of("target", "end-to-end").toAbsolutePath();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        Product.class,
                        type -> Product.start(DIRECTORY, new Product.Ports(0, 0, 0), false, 1000),
                        Product.class);
    }
}
