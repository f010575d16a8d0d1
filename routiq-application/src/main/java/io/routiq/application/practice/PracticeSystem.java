package io.routiq.application.practice;

import io.routiq.domain.organization.OrganizationId;

/**
 * The practice's own system, where the truth is. Reading only. Calls wait for the network and must not be made inside a
 * transaction; a thread that waits here ends with {@link PracticeSystemException} soon after it is interrupted.
 *
 * <p>Requests with the same key share one rate limit, whatever they are for.
 */
public interface PracticeSystem {

    /** Reads the shape of a key, without asking anybody. */
    Located locate(OrganizationId organization, PracticeCredentials credentials);

    /** Tries a key; every expected outcome is an answer, not an exception. */
    ConnectionCheck check(OrganizationId organization, PracticeCredentials credentials);

    /**
     * The account that a key opens.
     *
     * @throws PracticeSystemException if the key is rejected or no answer can be had
     */
    Answer<PracticeAccount> account(OrganizationId organization, PracticeCredentials credentials);

    /**
     * Who reads with the key: the same text as long as user and role stay the same, and no personal data.
     *
     * @throws PracticeSystemException if the key is rejected or no answer can be had
     */
    Answer<String> reader(OrganizationId organization, PracticeCredentials credentials);

    /**
     * Reads one page. The same read may be made again at any time.
     *
     * @throws PracticeSystemException if no answer that can be trusted can be had; repetitions that may help were made
     */
    Answer<RecordPage> read(OrganizationId organization, PracticeAccess access, StreamRead read);
}
