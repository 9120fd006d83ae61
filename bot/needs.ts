/** What a city may look for in a network, in the order of the forms. Vocabulary: network_need. */
export const networkNeeds = ['voice', 'learning', 'money', 'label', 'one-group', 'commitment-text'];
