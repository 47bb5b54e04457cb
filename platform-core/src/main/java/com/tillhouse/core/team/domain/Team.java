package com.tillhouse.core.team.domain;

import java.util.List;

/**
 * Who is in and who was asked.
 *
 * @param members owners first, then by address
 * @param invitations not answered yet, newest first; also those that ran out
 */
public record Team(List<TeamMember> members, List<Invitation> invitations) {}
