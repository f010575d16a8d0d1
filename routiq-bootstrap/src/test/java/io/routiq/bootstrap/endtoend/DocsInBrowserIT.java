package io.routiq.bootstrap.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import io.routiq.bootstrap.sandbox.TokenRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The documentation pages as a developer uses them, in a real browser. */
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsInBrowserIT {

    private static final String ORG = "org_browser";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Optional<Path> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome").stream()
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();

    private final Product product;
    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private Page page;

    DocsInBrowserIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void openBrowser() {
        assumeTrue(CHROMIUM.isPresent(), "No Chromium in /usr/bin (Debian: apt-get install chromium): not tried");
        Clinic clinic = Clinic.open(product.simulator(), ORG, "Browser Bay", "au1", new Clinic.Size(30, 150, 9));
        Client admin = Client.admin(product, ORG);
        admin.configure(ORG, clinic.key());
        admin.run(ORG, "active");
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM.orElseThrow())
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openPage() {
        page = browser.newPage();
        page.setDefaultTimeout(60_000);
        String ours = product.address().toString();
        page.onConsoleMessage(message -> {
            // ReDoc wants to show its maker's logo, which the policy of our pages does not let it fetch.
            if (message.type().equals("error") && !message.text().contains("logo-mini.svg")) {
                complaints.add(message.text());
            }
        });
        page.onRequestFinished(request -> {
            if (!request.url().startsWith(ours) && request.url().startsWith("http")) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
    }

    @AfterEach
    void hasNothingToComplainAbout() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void listsActivePatientsAndStartsASyncFromSwaggerUi() {
        page.navigate(product.address() + "/docs");
        authorize();

        assertThat(execute("listActivePatients")).contains("\"total_count\"", "\"patients\"");
        assertThat(status("listActivePatients")).startsWith("200");
        assertThat(execute("startSync")).contains("\"sync_id\"");
        assertThat(status("startSync")).startsWith("201");
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("docs.png")));
    }

    @Test
    void readsTheWholeDocumentInRedoc() {
        page.navigate(product.address() + "/redoc");

        for (String heading : List.of("Patient Management", "Start a synchronisation")) {
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))
                            .first())
                    .isVisible();
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("redoc.png")));
    }

    private void authorize() {
        page.locator(".btn.authorize").click();
        page.locator(".auth-container input").fill(product.identity().token(TokenRequest.of(ORG, "user_browser")));
        page.locator(".auth-btn-wrapper .authorize").click();
        page.locator(".auth-btn-wrapper .btn-done").click();
    }

    /** Fills in what is required, sends the request, and gives the body that came back. */
    private String execute(String operation) {
        Locator block = block(operation);
        block.locator(".opblock-summary-control").click();
        block.locator("tr[data-param-name=organization_id] input").fill(ORG);
        block.locator("tr[data-param-name=x-organization-id] input").fill(ORG);
        block.locator(".btn.execute").click();
        return block.locator(".live-responses-table .response-col_description pre")
                .first()
                .innerText();
    }

    private String status(String operation) {
        return block(operation)
                .locator(".live-responses-table tbody .response-col_status")
                .first()
                .innerText();
    }

    private Locator block(String operation) {
        return page.locator(".opblock[id$='-" + operation + "']");
    }
}
