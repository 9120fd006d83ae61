/** The least that works: commands and shortcuts, answering, being mentioned and written to, files of the assessment, the assistant's pane. */
export const scopes = ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'im:write', 'files:read', 'files:write', 'assistant:write'];
