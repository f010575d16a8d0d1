package io.routiq.adapter.rest.dashboard;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.application.dashboard.GetDashboard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sync Management")
final class DashboardController {

    private final GetDashboard getDashboard;

    DashboardController(GetDashboard getDashboard) {
        this.getDashboard = getDashboard;
    }

    @GetMapping("/api/v1/dashboard/{organization_id}")
    @Access(To.MEMBERS)
    @Operation(
            summary = "The practice at a glance",
            description = "Patients, appointments of the last 30 days and to come, and the ten newest synchronisations."
                    + " Archived patients are left out, and so are appointments that were cancelled or missed.")
    DashboardResponse getDashboard(Caller caller) {
        return DashboardResponse.of(caller.organization().value(), getDashboard.of(caller.organization()));
    }
}
