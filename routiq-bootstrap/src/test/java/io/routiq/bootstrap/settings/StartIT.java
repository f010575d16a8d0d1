package io.routiq.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    private static final String KEYSET = Keysets.generate();

    @Test
    void saysWhatIsMissingAndNothingElse(CapturedOutput output) {
        SpringApplication application = application();
        assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(application::run);
        assertThat(output)
                .contains("ROUTIQ_DATABASE_URL is missing: the address of PostgreSQL")
                .contains("ROUTIQ_ENCRYPTION_KEYSET is missing")
                .contains("ROUTIQ_CLINIKO_CONTACT is missing")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void repeatsNoSecretThatIsWrong(CapturedOutput output) {
        SpringApplication application = application();
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> application.run("--routiq.encryption.keyset=hunter2"));
        assertThat(output).contains("ROUTIQ_ENCRYPTION_KEYSET must be").doesNotContain("hunter2");
    }

    @Test
    void offersCompleteSettingsAndTellsSpringThePort() {
        try (ConfigurableApplicationContext context = application()
                .run(
                        "--routiq.server.port=9000",
                        "--routiq.database.url=jdbc:postgresql://db.example.test/routiq",
                        "--routiq.database.user=routiq_app",
                        "--routiq.database.password=made-up",
                        "--routiq.database.owner.user=routiq_owner",
                        "--routiq.database.owner.password=made-up",
                        "--routiq.clerk.issuer=https://clerk.example.test",
                        "--routiq.clerk.authorized-parties=https://app.example.test",
                        "--routiq.encryption.keyset=" + KEYSET,
                        "--routiq.cors.origins=https://app.example.test",
                        "--routiq.cliniko.contact=integrations@practice.example.test")) {
            assertThat(context.getBean(RoutiqSettings.class).database().user()).isEqualTo("routiq_app");
            assertThat(context.getEnvironment().getProperty("server.port")).isEqualTo("9000");
        }
    }

    private static SpringApplication application() {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .application();
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
